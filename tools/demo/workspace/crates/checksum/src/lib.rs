/// Fletcher-32 over the bytes of a message.
pub fn checksum(message: &[u8]) -> u32 {
    let (low, high) = message.iter().fold((0u32, 0u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 0xffff;
        (low, (high + low) % 0xffff)
    });
    high << 16 | low
}

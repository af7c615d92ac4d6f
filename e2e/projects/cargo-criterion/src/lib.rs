//! A small checksum.

pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(1, |sum, byte| sum.rotate_left(5) ^ u32::from(*byte))
}

//! The code whose speed is watched.

/// Counts the separators of a text.
pub fn count_commas(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte == b',').count()
}

/// The nth Fibonacci number, slowly.
pub fn fibonacci(n: u64) -> u64 {
    if n < 2 { n } else { fibonacci(n - 1) + fibonacci(n - 2) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts() {
        assert_eq!(super::count_commas(b"a,b"), 1);
    }
}

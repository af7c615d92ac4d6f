/// Sum of squares, so that there is something to measure.
pub fn sum_of_squares(values: &[u64]) -> u64 {
    values.iter().map(|value| value.wrapping_mul(*value)).fold(0, u64::wrapping_add)
}

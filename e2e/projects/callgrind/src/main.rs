//! Counts the separators of a text of some length.

fn main() {
    let length = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(1024);
    let text: Vec<u8> = (0..length).map(|at: usize| if at % 7 == 0 { b',' } else { b'a' }).collect();
    println!("{}", text.iter().filter(|byte| **byte == b',').count());
}

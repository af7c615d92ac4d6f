/** What all three harnesses measure: a sort of the same thousand numbers, anew each time. */
const numbers = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1009);

export const sorted = () => [...numbers].sort((a, b) => a - b);

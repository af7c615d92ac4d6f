// Taken out once: the generator is the innermost loop of every resampling, and looking up a global is not free everywhere.
const { floor, imul } = Math;

/** A repeatable stream of random numbers. */
export interface Random {
  /** Uniform in [0, 1), in steps of 2^-32. */
  uniform(): number;
  /** Uniform whole number from 0 up to but not including `bound`, which is at most 2^32. */
  below(bound: number): number;
}

/**
 * xoshiro128** 1.1 by Blackman and Vigna (2018, public domain), its state filled by splitmix32 (MurmurHash3's
 * finaliser over a Weyl sequence). The same seed gives the same stream on every machine. `seed` is taken modulo 2^32.
 */
export function createRandom(seed: number): Random {
  const next = xoshiro(fillState(seed));
  const uniform = (): number => next() / 2 ** 32;
  return { uniform, below: (bound) => floor(uniform() * bound) };
}

/** A seed that belongs to the data: FNV-1a over the little-endian bytes of the values as 64-bit floats, in their order. */
export function seedFromNumbers(values: Iterable<number>): number {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, value, true);
    for (let byte = 0; byte < 8; byte += 1) {
      hash = imul(hash ^ view.getUint8(byte), 0x01000193);
    }
  }
  return hash >>> 0;
}

function fillState(seed: number): Uint32Array {
  let counter = seed >>> 0;
  return Uint32Array.from({ length: 4 }, () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  });
}

/** One step of the generator; the four words change places by name instead of in an array, which is several times faster. */
function xoshiro(state: Uint32Array): () => number {
  let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
  return () => {
    const result = imul(rotate(imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

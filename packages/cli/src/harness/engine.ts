/* The library that measures, in a file of its own: building joins it with what it imports. */
export { Bench } from 'tinybench';

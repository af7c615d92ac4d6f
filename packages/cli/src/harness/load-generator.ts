/* The load generator, in a file of its own: building joins it with what it imports. */
export { default } from 'autocannon';

/** Absolute folder of the compiled program. The bundle lies in it as well, so that files beside it are found from both. */
export const distFolder = __dirname;

/** The package, as nx.json and package.json name it. */
export const name = '@benchline/nx';

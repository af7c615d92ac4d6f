/** What a JavaScript or TypeScript file says that imports one of the packages. */
export function importsPackage(...packages: readonly string[]): RegExp {
  const names = packages.map((name) => name.replaceAll('/', '\\/')).join('|');
  return new RegExp(`(?:\\bfrom\\s*|\\bimport\\s*|\\brequire\\(\\s*|\\bimport\\(\\s*)['"](?:${names})(?:/[^'"]*)?['"]`);
}

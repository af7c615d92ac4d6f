export function evaluate(): void { throw new Error("soon"); }

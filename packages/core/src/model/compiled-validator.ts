/** One thing a validator found wrong: where (JSON pointer), which keyword of the schema, and its parameters. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** A validator compiled from a schema: true when the value conforms, else false with `errors` set. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}

/**
 * Why a forge did not do what was asked.
 * `credentials`: it does not know the token. `forbidden`: it knows it, and the token may not. `missing`: there is no such thing, or the token may not see it.
 * `refused`: the request is not accepted as it is. `busy`: a rate limit that lasts longer than is waited for. `uncertain`: no answer, or none that says what became of it.
 */
export type FailureKind = 'credentials' | 'forbidden' | 'missing' | 'refused' | 'busy' | 'uncertain';

/** Its message is one sentence without its point, free of secrets. */
export class ForgeFailure extends Error {
  override readonly name = 'ForgeFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

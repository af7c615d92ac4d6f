import type { CompiledValidator } from '@benchline/core/model';
import type { ArtefactName, WrittenName } from './artefact-types.js';

/* Each is loaded when it is needed, and not before: a command uses one or two of them. */
/* eslint-disable @typescript-eslint/no-require-imports */

const loaders: { [Name in ArtefactName | WrittenName]: () => unknown } = {
  'performance-report': () => require('@benchline/core/validators/performance-report'),
  baseline: () => require('@benchline/core/validators/baseline'),
  'baseline-pointer': () => require('@benchline/core/validators/baseline-pointer'),
  comparison: () => require('@benchline/core/validators/comparison'),
  'slo-result': () => require('@benchline/core/validators/slo-result'),
  'audit-manifest': () => require('@benchline/core/validators/audit-manifest'),
  'gate-result': () => require('@benchline/core/validators/gate-result'),
  profile: () => require('@benchline/core/validators/profile'),
  config: () => require('@benchline/core/validators/config'),
  'accepted-regressions': () => require('@benchline/core/validators/accepted-regressions'),
};

/** The precompiled validator of an artefact's schema. */
export function loadValidator(name: ArtefactName | WrittenName): CompiledValidator {
  return loaders[name]() as CompiledValidator;
}

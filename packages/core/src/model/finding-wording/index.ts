import { inputWording, type InputArgs } from './input.js';
import { measuringWording, type MeasuringArgs } from './measuring.js';
import { servingWording, type ServingArgs } from './serving.js';
import { comparingWording, type ComparingArgs } from './comparing.js';
import { objectivesWording, type ObjectivesArgs } from './objectives.js';
import { governingWording, type GoverningArgs } from './governing.js';
import { gatingWording, type GatingArgs } from './gating.js';
import { publishingWording, type PublishingArgs } from './publishing.js';
import type { WordingOf } from './row.js';

/** The arguments of each finding, by code. A new one: a row in the Args and one in the wording of its area; docs/reference/findings.md is generated. */
export interface FindingArgs extends InputArgs, MeasuringArgs, ServingArgs, ComparingArgs, ObjectivesArgs, GoverningArgs, GatingArgs, PublishingArgs {}

export type FindingCode = keyof FindingArgs;

/** What each finding is called and says. */
export const findingWording: WordingOf<FindingArgs> = { ...inputWording, ...measuringWording, ...servingWording, ...comparingWording, ...objectivesWording, ...governingWording, ...gatingWording, ...publishingWording };

/* Generated from schemas/ by `npm run generate`. Do not edit. */
/* eslint-disable */
import type { CompiledValidator } from '../../compiled-validator.js';
declare const validate: CompiledValidator;
export default validate;

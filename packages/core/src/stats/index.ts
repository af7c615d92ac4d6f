export * from './descriptive.js';
export * from './mann-whitney-law.js';
export * from './normal.js';
export * from './shift.js';
export * from './stratified-law.js';
export type { RankLaw } from './rank-law.js';

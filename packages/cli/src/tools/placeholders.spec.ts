import { fillPlaceholders, hasPlaceholder, placeholderEnv, placeholderValues } from './placeholders.js';
import { suiteConfig } from '../testing/suite-config.js';

const suite = suiteConfig({ filter: 'decode', threads: 4, dataset: 'big' });

test('every placeholder is filled, as a whole argument and inside one', () => {
  const filled = fillPlaceholders(['run', '{filter}', '--data={dataset}', '-j{threads}', '{output}'], placeholderValues(suite, '/out.json'));
  expect(filled).toEqual(['run', 'decode', '--data=big', '-j4', '/out.json']);
});

test('an unset placeholder leaves its argument out, or leaves a gap inside one', () => {
  expect(fillPlaceholders(['run', '{seed}', '--seed={seed}'], placeholderValues(suite, null))).toEqual(['run', '--seed=']);
});

test('a value that looks like a placeholder is not filled again', () => {
  const hostile = suiteConfig({ filter: '{dataset}', dataset: 'secret' });
  expect(fillPlaceholders(['{filter}'], placeholderValues(hostile, null))).toEqual(['{dataset}']);
});

test('other braces stay as they are', () => {
  expect(fillPlaceholders(['{', '{n}', '{{'], placeholderValues(suite, null))).toEqual(['{', '{n}', '{{']);
});

test('the environment carries what is set', () => {
  expect(placeholderEnv(placeholderValues(suite, null))).toEqual({ BENCHLINE_FILTER: 'decode', BENCHLINE_DATASET: 'big', BENCHLINE_THREADS: '4' });
});

test('a command is asked whether it uses a placeholder', () => {
  expect(hasPlaceholder(['a', '--x={filter}'], 'filter')).toBe(true);
  expect(hasPlaceholder(['a', 'filter'], 'filter')).toBe(false);
});

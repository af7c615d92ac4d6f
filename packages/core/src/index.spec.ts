import * as core from './index.js';

describe('the core', () => {
  it('has five headings, each with something under it', () => {
    expect(Object.keys(core).sort()).toEqual(['judge', 'model', 'parse', 'render', 'stats']);
    expect(core.parse.adapters.map(({ tool }) => tool)).toEqual(expect.arrayContaining(['criterion', 'go', 'records']));
    expect(core.model.parseUnit('MB/s')).toEqual({ unit: 'B/s', scale: 1e6, dimension: 'data rate' });
  });
});

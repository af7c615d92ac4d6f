import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from './index.js';

const definitions = JSON.parse(readFileSync(join(__dirname, '../../../schemas/definitions.v1.json'), 'utf8')) as { $defs: { ToolName: { enum: string[] } } };
const toolNames = definitions.$defs.ToolName.enum;

describe('the core', () => {
  it('has five headings, each with something under it', () => {
    expect(Object.keys(core).sort()).toEqual(['judge', 'model', 'parse', 'render', 'stats']);
    expect(core.parse.adapters.map(({ tool }) => tool)).toEqual(toolNames);
    expect(core.model.parseUnit('MB/s')).toEqual({ unit: 'B/s', scale: 1e6, dimension: 'data rate' });
  });
});

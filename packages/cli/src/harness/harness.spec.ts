import { collectDeclarations } from './collector.js';
import { describePerf, itLoad, itPerf } from './declare.js';
import { collectLimits, expectLoad, expectPerf } from './expectation.js';
import { instancesOf } from './spec-instance.js';
import type { LoadResult, PerfResult } from './perf-result.js';

const declare = (body: () => void) => collectDeclarations(async () => body());
const result = { id: 'file/spec', throughput: { unit: 'B/s', p50: 1e9 } } as PerfResult;

describe('declaring', () => {
  it('collects specs with the names, tags and settings of the groups around them', async () => {
    const specs = await declare(() => {
      describePerf('codec', { tags: ['perf'], warmup: '10 ms', measure: '1 s' }, () => {
        describePerf('encode', { tags: ['slow'] }, () => itPerf('text', () => 1, { tags: ['text'], warmup: '20 ms' }));
        itPerf('other', () => 1);
      });
      itPerf('alone', () => 1);
    });
    expect(specs.map(({ groups, name, tags, options }) => [groups.join('/'), name, tags, options.warmup, options.measure])).toEqual([
      ['codec/encode', 'text', ['perf', 'slow', 'text'], '20 ms', '1 s'],
      ['codec', 'other', ['perf'], '10 ms', '1 s'],
      ['', 'alone', [], undefined, undefined],
    ]);
  });

  it('builds a spec step by step, and a beginning can be used twice', async () => {
    const specs = await declare(() => {
      const slow = itPerf('a').tags('slow').warmup('5 ms').setup(() => 'state').bytes((state) => state.length);
      slow.tags('one').run((state) => state.toUpperCase());
      describePerf('again', () => slow.tags('two').rounds(3).run((state) => state));
    });
    expect(specs.map(({ groups, tags, options: { rounds, warmup } }) => [groups, tags, rounds, warmup])).toEqual([[[], ['slow', 'one'], undefined, '5 ms'], [['again'], ['slow', 'two'], 3, '5 ms']]);
  });

  it('stands for a benchmark for each combination of its parameters', async () => {
    const [spec] = await declare(() => itPerf('encode', () => 1, { params: { size: [1, 1024], mode: ['a', true] } }));
    expect(instancesOf(spec!, 'bench/codec').map(({ id, params }) => [id, params])).toEqual([
      ['bench/codec/encode/size=1,mode=a', { size: 1, mode: 'a' }],
      ['bench/codec/encode/size=1,mode=true', { size: 1, mode: true }],
      ['bench/codec/encode/size=1024,mode=a', { size: 1024, mode: 'a' }],
      ['bench/codec/encode/size=1024,mode=true', { size: 1024, mode: true }],
    ]);
  });

  it.each([
    ['two specs of one name', () => { itPerf('a', () => 1); itPerf('a', () => 2); }, 'two specs are called a'],
    ['a group that declares later', () => describePerf('g', (async () => undefined) as () => void), 'asynchronous'],
    ['no name', () => itPerf('', () => 1), 'needs a name'],
    ['nothing to measure', () => itPerf('a', 5 as never), 'needs a function'],
    ['an option that there is none of', () => itPerf('a', () => 1, { element: 3 } as never), 'itPerf(\'a\'): there is no option "element"; there are tags, '],
    ['one of a group', () => describePerf('g', { tag: ['x'] } as never, () => itPerf('a', () => 1)), 'describePerf(\'g\'): there is no option "tag"'],
    ['a builder that is never run', () => { itPerf('a').tags('slow').run(() => 1); itPerf('b').tags('slow'); }, "itPerf('b') measures nothing"],
    ['a builder without a name', () => itPerf(''), 'needs a name'],
  ])('refuses %s', async (_name, body, message) => {
    await expect(declare(body as () => void)).rejects.toThrow(message);
  });

  it('refuses more combinations than anybody means', async () => {
    const many = Array.from({ length: 101 }, (_, index) => index);
    const [spec] = await declare(() => itPerf('a', () => 1, { params: { x: many, y: many } }));
    expect(() => instancesOf(spec!, 'f')).toThrow('10201 combinations');
  });
});

describe('expectPerf', () => {
  const limitsOf = (check: () => void) => collectLimits(check);

  it('sets limits in normalised units, of the statistic asked for', () => {
    const limits = limitsOf(() => {
      expectPerf(result).toBeUnder('2 ms').withTolerance('5%');
      expectPerf(result).p99.toBeUnder('3 ms').confidently();
      expectPerf(result).toReach('80 MB/s');
      expectPerf(result).mean.toAllocateUnder('1 KiB').withTolerance(0.1);
      expectPerf(result).toBeFasterThan('other', 0.5);
    });
    expect(limits).toEqual([
      { metric: 'time', statistic: 'median', kind: 'ceiling', limit: 2e6, unit: 'ns', tolerance: 0.05, confident: false, relativeTo: null },
      { metric: 'time', statistic: 'p99', kind: 'ceiling', limit: 3e6, unit: 'ns', tolerance: 0, confident: true, relativeTo: null },
      { metric: 'throughput', statistic: 'median', kind: 'floor', limit: 80e6, unit: 'B/s', tolerance: 0, confident: false, relativeTo: null },
      { metric: 'allocated', statistic: 'mean', kind: 'ceiling', limit: 1024, unit: 'B', tolerance: 0.1, confident: false, relativeTo: null },
      { metric: 'time / other', statistic: 'median', kind: 'ceiling', limit: 0.5, unit: 'ratio', tolerance: 0, confident: false, relativeTo: 'other' },
    ]);
  });

  it.each([
    ['a number without a unit', () => expectPerf(result).toBeUnder('2')],
    ['a size as a time', () => expectPerf(result).toBeUnder('2 kB')],
    ['a time as a throughput', () => expectPerf(result).toReach('2 ms')],
    ['a negative limit', () => expectPerf(result).toBeUnder('-2 ms')],
    ['a tolerance that is no share', () => expectPerf(result).toBeUnder('2 ms').withTolerance('much')],
  ])('refuses %s', (_name, check) => {
    expect(() => limitsOf(check)).toThrow(/file\/spec: /);
  });

  it.each([
    ['80 MB/s', null, 'bytes'],
    ['80 MB/s', 'ops/s', 'bytes'],
    ['5 kops/s', 'B/s', 'elements'],
  ] as const)('a throughput of %s needs an amount in its unit, not %s', (limit, unit, needed) => {
    const other = { ...result, throughput: unit === null ? null : { unit, p50: 1e9 } };
    expect(() => limitsOf(() => expectPerf(other).toReach(limit))).toThrow(`file/spec: toReach('${limit}') needs the spec's ${needed}`);
  });

  it('belongs into a spec\'s expect', () => {
    expect(() => expectPerf(result)).toThrow('belongs into the expect of a spec');
  });
});

describe('load tests', () => {
  it('are collected beside specs', async () => {
    const specs = await declare(() => describePerf('api', { tags: ['load'] }, () => itLoad('users', { url: 'http://127.0.0.1:8080/users', tags: ['slow'] })));
    expect(specs).toMatchObject([{ name: 'users', groups: ['api'], tags: ['load', 'slow'], load: { url: 'http://127.0.0.1:8080/users' } }]);
  });

  it.each([
    ['no url', {}, 'needs a url on this machine'],
    ['somebody else\'s machine', { url: 'https://example.com/' }, 'on this machine'],
    ['a host that only begins like ours', { url: 'http://localhost.example.com/' }, 'on this machine'],
    ['no connection', { url: 'http://localhost/', connections: 0 }, 'connections must be'],
    ['half a request a second', { url: 'http://[::1]:80/', rate: 0.5 }, 'rate must be'],
    ['a server without a command', { url: 'http://localhost/', server: {} }, 'needs a command'],
    ['an option that there is none of', { url: 'http://localhost/', connection: 5 }, 'itLoad(\'a\'): there is no option "connection"'],
    ['one of the server', { url: 'http://localhost/', server: { command: ['x'], port: 80 } }, 'The server of itLoad(\'a\'): there is no option "port"'],
  ])('refuse %s', async (_name, options, message) => {
    await expect(declare(() => itLoad('a', options as never))).rejects.toThrow(message);
  });

  it('set limits of requests, latency and errors', () => {
    const load = { id: 'file/api' } as LoadResult;
    const limits = collectLimits(() => {
      expectLoad(load).toServe('5 kreq/s').withTolerance('10%');
      expectLoad(load).p99.toRespondUnder('20 ms');
      expectLoad(load).toFailUnder('0.1%');
    });
    expect(limits.map(({ metric, statistic, kind, limit, unit, tolerance }) => [metric, statistic, kind, limit, unit, tolerance])).toEqual([
      ['requests', 'median', 'floor', 5000, 'ops/s', 0.1], ['latency', 'p99', 'ceiling', 20e6, 'ns', 0], ['errors', 'median', 'ceiling', 0.001, 'ratio', 0],
    ]);
  });
});

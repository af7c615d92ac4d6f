import { createBatchedTask } from './batched-task.js';

/** A clock that only the code under test moves. */
function withClock(): { spend(ms: number): void } {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return { spend: (ms) => { now += ms; } };
}

afterEach(() => jest.restoreAllMocks());

test('a quick function is called so often that a sample is well above the clock', async () => {
  const clock = withClock();
  const task = await createBatchedTask(() => clock.spend(0.001), {});
  expect(task.batch).toBe(64);
  task.fn();
  expect(task.samples).toEqual([expect.closeTo(0.001, 9)]);
});

test('a slow function is a sample by itself', async () => {
  const clock = withClock();
  const task = await createBatchedTask(() => clock.spend(2), {});
  task.fn();
  expect(task).toMatchObject({ batch: 1, samples: [2] });
});

test('an asynchronous function is measured to its end', async () => {
  const clock = withClock();
  const task = await createBatchedTask(async () => {
    await Promise.resolve();
    clock.spend(3);
  }, {});
  await task.fn();
  expect(task).toMatchObject({ batch: 1, samples: [3], options: { async: true } });
});

test('hooks around each call forbid batches', async () => {
  const clock = withClock();
  const calls: string[] = [];
  const task = await createBatchedTask(() => clock.spend(0.001), { beforeEach: () => calls.push('before'), afterEach: () => calls.push('after') });
  expect(task.batch).toBe(1);
  expect(calls).toEqual(['before', 'after']);
});

test('the warm-up\'s samples are dropped when the run begins, and the file\'s own hook is called', async () => {
  const clock = withClock();
  const modes: (string | undefined)[] = [];
  const task = await createBatchedTask(() => clock.spend(1), { beforeAll: (mode) => modes.push(mode) });
  task.options.beforeAll?.('warmup');
  task.fn();
  task.options.beforeAll?.('run');
  task.fn();
  expect(task.samples).toEqual([1]);
  expect(modes).toEqual(['warmup', 'warmup', 'run']);
});

test.each([[() => undefined], [async () => undefined]])('hooks around each call are spent of the measuring time, and are in no sample', async (quick) => {
  const clock = withClock();
  const task = await createBatchedTask(quick, { beforeEach: () => clock.spend(3) });
  const costs: unknown[] = [];
  for (let call = 0; call < 3; call += 1) {
    task.options.beforeEach?.();
    costs.push(((await task.fn()) as { overriddenIterationCost: number }).overriddenIterationCost);
  }
  expect([costs, task.samples]).toEqual([[0, 3, 3], [0, 0, 0]]);
});

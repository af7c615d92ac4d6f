import type { WordingOf } from './row.js';

/** Findings about servers under test. */
export interface ServingArgs {
  /** `because` is a clause. */
  BNL061: { server: string; because: string };
  /** Of the suite's server; `outcome` is a clause. */
  BNL062: { server: string; outcome: string };
  /** Where something answers already. */
  BNL063: { server: string; place: string };
}

export const servingWording: WordingOf<ServingArgs> = {
  BNL061: {
    title: 'Server not ready',
    level: 'error',
    say: ({ server, because }) => ({
      what: `The server under test did not become ready: ${because}.`,
      why: 'Requests to a server that does not answer measure nothing.',
      fix: `Run ${server} by itself; correct "server" of the suite, or raise its "timeout". What it printed is kept below .benchline/.`,
    }),
  },
  BNL062: {
    title: 'Server ended while it was measured',
    level: 'error',
    say: ({ server, outcome }) => ({
      what: `The server under test ended while it was measured: ${outcome}.`,
      why: 'Refused connections are quick: the numbers of this round are not those of the server, and are not used.',
      fix: `Run ${server} under the same load by itself; what it printed is kept below .benchline/.`,
    }),
  },
  BNL063: {
    title: 'Another server answers there',
    level: 'error',
    say: ({ server, place }) => ({
      what: `Something answers at ${place} already, before ${server} was started.`,
      why: 'The load would reach that server, and not the one under test.',
      fix: 'Stop what listens there, or give the server under test another port.',
    }),
  },
};

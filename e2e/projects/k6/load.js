import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    browse: { executor: 'constant-vus', vus: 2, duration: '1s', exec: 'browse' },
    search: { executor: 'per-vu-iterations', vus: 1, iterations: 50, exec: 'search' },
  },
  thresholds: {
    'http_req_duration{scenario:search}': ['p(95)<5000'],
    'http_reqs{scenario:search}': ['count>0'],
  },
};

export function browse() {
  check(http.get(`${__ENV.BASE}/users?page=1`), { 'status is 200': ({ status }) => status === 200 });
}

export function search() {
  http.get(`${__ENV.BASE}/users?name=7`);
}

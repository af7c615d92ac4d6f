/** Requests over HTTP. Nothing is retried here and nothing thrown; what cannot be sent, or has no whole answer in time, is an HttpFailure. */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse | HttpFailure>;
}

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
  signal: AbortSignal;
}

export interface HttpResponse {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** No answer: the request may have arrived or not. */
export interface HttpFailure {
  failure: string;
}

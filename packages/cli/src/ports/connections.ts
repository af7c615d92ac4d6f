/** Connections to this machine. */
export interface Connections {
  /** Whether something takes a TCP connection at 127.0.0.1 or ::1. */
  takes(port: number): Promise<boolean>;
}

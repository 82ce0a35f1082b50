/** Of a source that programs push to: who may push besides those with an API key. */
export interface PushAccess {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Where this server is reached. */
  readonly baseUrl: string;
  /** Whether it has a secret, with which webhooks are signed. */
  readonly isSigned: boolean;
  /** Of pages that may send events. */
  readonly origins: readonly string[];
}

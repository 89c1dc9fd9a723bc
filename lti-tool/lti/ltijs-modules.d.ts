/** The parts of ltijs 5.9.9 (which ships no types) that `ltijs-tool.ts` relies on; nothing else may import it. */
declare module 'ltijs' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type AuthConfig = { method: 'JWK_SET' | 'JWK_KEY' | 'RSA_KEY'; key: unknown };
  export interface LtijsPlatform {
    platformUrl(): Promise<string>;
    platformClientId(): Promise<string>;
    platformName(): Promise<string>;
    platformAuthenticationEndpoint(): Promise<string>;
    platformAccessTokenEndpoint(): Promise<string>;
    platformAuthorizationServer(): Promise<string>;
    platformAuthConfig(): Promise<AuthConfig>;
    platformKid(): Promise<string>;
    platformPrivateKey(): Promise<string>;
  }
  export interface LtijsProvider {
    constructor: new () => LtijsProvider;
    app: { handle(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void };
    setup(encryptionKey: string, database: { plugin: object }, options: object): LtijsProvider;
    registerPlatform(platform: {
      url: string;
      name: string;
      clientId: string;
      authenticationEndpoint: string;
      accesstokenEndpoint: string;
      authorizationServer: string;
      authConfig: AuthConfig;
    }): Promise<LtijsPlatform>;
    getPlatform(url: string, clientId: string): Promise<LtijsPlatform | false>;
    getAllPlatforms(): Promise<LtijsPlatform[]>;
    deletePlatform(url: string, clientId: string): Promise<true>;
  }
  /** The package exports one instance, made when it is loaded. */
  export const Provider: LtijsProvider;
}

declare module 'ltijs/dist/Utils/Auth' {
  import type { KeyObject } from 'node:crypto';

  type Claims = Record<string, unknown>;
  /** What a token is validated against. `iss` and `maxAge` are ltijs's own; the clock is for our verification. */
  type Limits = {
    readonly iss: string;
    readonly maxAge: false;
    readonly nowSeconds: number;
    readonly leewaySeconds: number;
  };
  /** What validating a token asks of its platform. */
  export type ExaminedPlatform = {
    platformActive(): Promise<boolean>;
    platformAuthConfig(): Promise<{ method: 'RSA_KEY'; key: KeyObject }>;
    platformClientId(): Promise<string>;
  };
  const Auth: {
    generatePlatformKeyPair(key: string, database: unknown, issuer: string, clientId: string): Promise<string>;
    /** @throws Error whose message is ltijs's own name for what is wrong */
    validateToken(
      token: string,
      devMode: false,
      limits: Limits,
      getPlatform: (issuer: string, clientId: string) => Promise<ExaminedPlatform | false>,
      key: string,
      database: unknown,
    ): Promise<Claims>;
    verifyToken(
      token: string,
      key: KeyObject,
      limits: Limits,
      platform: ExaminedPlatform,
      database: unknown,
    ): Promise<Claims>;
    oidcValidation(claims: Claims, platform: ExaminedPlatform, limits: Limits, database: unknown): Promise<unknown>;
    claimValidation(claims: Claims): Promise<void>;
  };
  export default Auth;
}

/** The parts of ltijs 5.9.9 (which ships no types) that `ltijs-tool.ts` relies on; nothing else may import it. */
declare module 'ltijs' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type AuthConfig = { method: 'JWK_SET' | 'JWK_KEY' | 'RSA_KEY'; key: unknown };
  type LtijsResponse = ServerResponse & { locals: { err?: { details?: { message?: string } } } };
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
    onConnect(callback: () => void): true;
    onDeepLinking(callback: () => void): true;
    onInvalidToken(callback: (request: IncomingMessage, response: LtijsResponse) => void): true;
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
  import type { LtijsPlatform } from 'ltijs';

  type Claims = Record<string, unknown>;
  const Auth: {
    generatePlatformKeyPair(key: string, database: unknown, issuer: string, clientId: string): Promise<string>;
    verifyToken(
      token: string,
      key: string,
      limits: object,
      platform: LtijsPlatform,
      database: unknown,
    ): Promise<Claims>;
    oidcValidation(claims: Claims, platform: LtijsPlatform, limits: object, database: unknown): Promise<unknown>;
    claimValidation(claims: Claims): Promise<void>;
  };
  export default Auth;
}

import type { BodyOf, OperationName, ParamsOf, ReplyOf } from '../../shared/api/operations.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { ChangeDeps } from '../use-cases/change-evidence.ts';
import type { FileStore } from '../use-cases/file-ports.ts';
import type { Principal } from '../use-cases/principal.ts';

export type ApiDeps = ChangeDeps & {
  readonly files: FileStore;
  /** Waits that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

type Wire<T> = T extends readonly (infer Item)[]
  ? readonly Wire<Item>[]
  : T extends string
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: Wire<T[Key]> }
      : T;
type Call<Name extends OperationName> = {
  readonly principal: Principal;
  readonly token: string;
  readonly params: ParamsOf<Name>;
  readonly body: BodyOf<Name>;
};
/** Who may call an operation, and what it does. Deny by default: a route without an entry does not exist. */
export type Handler<Name extends OperationName> = {
  readonly roles: readonly Role[];
  readonly run: (deps: ApiDeps, call: Call<Name>) => Promise<Wire<ReplyOf<Name>>>;
};

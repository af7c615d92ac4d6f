import { userError, type UserError } from '../../user-error.js';

const problems: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EMFILE: 'too many open files',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the device reports an error',
  EEXIST: 'a part of the path is not a folder',
  ENOTEMPTY: 'the folder is not empty',
  EXDEV: 'it is on another device',
};

/** A failure of the file system as the user sees it: BNL008 when the file is missing, else BNL015. */
export function fileFailure(operation: string, path: string, cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' && operation === 'read') return userError('BNL008', { path, purpose: 'input' }, { file: path });
  const problem = (code === 'ENOENT' ? 'it does not exist' : problems[code ?? '']) ?? message;
  return userError('BNL015', { operation, path, problem }, { file: path });
}

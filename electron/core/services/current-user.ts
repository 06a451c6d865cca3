import { userInfo } from 'node:os';

/** The account at the keyboard; a user id without an entry in the system's list has no name. */
export function currentUser(): string {
  try {
    return userInfo().username || unnamed;
  } catch {
    return unnamed;
  }
}

const unnamed = '本机用户';

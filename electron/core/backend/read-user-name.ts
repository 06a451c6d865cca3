/** The account at the keyboard; a user id without an entry in the system's list (a container, a build machine) has no name. */
export function readUserName(read: () => { readonly username: string }): string {
  try {
    return read().username || unnamed;
  } catch {
    return unnamed;
  }
}

const unnamed = '本机用户';

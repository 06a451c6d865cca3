import { RequestError } from '../../../shared/api/client.ts';
import { sendFile } from './host.ts';

/**
 * Gives files to the backend, one after the other so that a folder of them does not fill the memory twice; their handles,
 * in the same order. Throws a `RequestError` with the sentence to show for the first that is refused.
 */
export async function uploadFiles(files: Iterable<File>): Promise<readonly string[]> {
  const handles: string[] = [];
  for (const file of files) {
    const reply = await sendFile(file);
    if (!reply.ok) throw new RequestError(reply.error.code, reply.error.message);
    handles.push(String(reply.value));
  }
  return handles;
}

import { useMemo } from 'react';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { useQuery } from '../../app/query.ts';
import { text } from '../../text.ts';

interface Props {
  readonly picture: Extract<PrintedBlock, { readonly kind: 'image' }>;
}

/** 图片: at the width it prints with, its caption below. */
export function ReportPicture({ picture }: Props) {
  const { sha256, alternative, caption, widthMillimetres } = picture;
  const input = useMemo(() => ({ sha256 }), [sha256]);
  const query = useQuery('pictures.read', input);
  const address = query.status === 'done' ? query.value.address : null;
  const style = widthMillimetres === null ? undefined : { width: `calc(${widthMillimetres} * var(--mm))` };
  return (
    <figure className="report-picture">
      {address !== null && <img src={address} alt={alternative === '' ? caption : alternative} style={style} />}
      {query.status === 'done' && address === null && <p className="figure-gap">{text.report.lostPicture}</p>}
      <figcaption className="block-caption">{caption}</figcaption>
    </figure>
  );
}

import { Link, type LinkProps } from 'react-router';
import { buttonClass, type ButtonLook } from './button-class.ts';

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ kind, size, block, iconOnly, className, ...rest }: Omit<LinkProps, 'className'> & ButtonLook) {
  return <Link {...rest} className={buttonClass({ kind, size, block, iconOnly, className })} />;
}

import type { ComponentProps } from 'react';
import { buttonClass, type ButtonLook } from './button-class.ts';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'>, ButtonLook {
  /** Work is under way: the button says so, keeps its place and takes no second press. */
  busy?: boolean;
}

export function Button({ kind, size, block, iconOnly, className, busy = false, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy && type === 'submit' ? 'button' : type}
      className={buttonClass({ kind, size, block, iconOnly, className })}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? undefined : onClick}
    />
  );
}

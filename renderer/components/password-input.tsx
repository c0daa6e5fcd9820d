import { type KeyboardEvent, useState } from 'react';
import { typedSecretText } from '../../shared/text/controls.ts';
import { IconButton } from './icon-button.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';

export type PasswordWords = { readonly show: string; readonly hide: string; readonly capsLock: string };

export type PasswordInputProps = Omit<TextInputProps, 'type' | 'mono'> & {
  /** False for the second of two fields, which only repeats. */
  readonly revealable?: boolean | undefined;
  /** Whether it starts out shown, as after a suggestion. */
  readonly shown?: boolean | undefined;
  readonly onShown?: ((shown: boolean) => void) | undefined;
  readonly words?: PasswordWords | undefined;
};

/** A passphrase to type: dots, an eye to show it, and a hint while Caps Lock is on. */
export function PasswordInput({
  revealable = true,
  shown,
  onShown,
  words = typedSecretText,
  warning,
  end,
  onKeyDown,
  onKeyUp,
  onBlur,
  ...input
}: PasswordInputProps) {
  const [own, setOwn] = useState(false);
  const [caps, setCaps] = useState(false);
  const open = shown ?? own;
  const look = (event: KeyboardEvent<HTMLInputElement>): void => setCaps(event.getModifierState('CapsLock'));
  return (
    <TextInput
      autoCapitalize="off"
      placeholder=" "
      {...input}
      type={open ? 'text' : 'password'}
      mono={open}
      warning={caps ? words.capsLock : warning}
      onKeyDown={(event) => {
        look(event);
        onKeyDown?.(event);
      }}
      onKeyUp={(event) => {
        look(event);
        onKeyUp?.(event);
      }}
      onBlur={(event) => {
        setCaps(false);
        onBlur?.(event);
      }}
      end={
        <>
          {revealable && (
            <IconButton
              icon={open ? 'eyeOff' : 'eye'}
              size="small"
              label={open ? words.hide : words.show}
              onClick={() => {
                setOwn(!open);
                onShown?.(!open);
              }}
            />
          )}
          {end}
        </>
      }
    />
  );
}

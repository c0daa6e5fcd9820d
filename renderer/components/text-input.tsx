import type { ComponentPropsWithRef, ReactNode } from 'react';
import { type ControlProps, useControl } from './control.tsx';

type Common = ControlProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mono?: boolean | undefined;
  /** 44 instead of 36 px high. */
  readonly large?: boolean | undefined;
  /** Icons or buttons inside, after what is typed. */
  readonly end?: ReactNode;
};

type Taken = 'value' | 'onChange' | 'className' | 'size';

/** The frame a typed field shares: label, bound, sentence under it. */
function useFrame(props: Common) {
  const { control, frame } = useControl(props);
  const bound = ['input', props.mono && 'mono', props.large && 'large', props.error && 'is-error'].filter(Boolean).join(' ');
  return {
    input: control,
    frame: (inner: ReactNode) =>
      frame(
        <div className={bound}>
          {inner}
          {props.end}
        </div>,
      ),
  };
}

export type TextInputProps = Common & Omit<ComponentPropsWithRef<'input'>, Taken>;

function split<Rest>(props: Common & Rest) {
  const { label, labelHidden, labelEnd, value, onChange, hint, error, warning, mono, large, end, ...native } = props;
  return { common: { label, labelHidden, labelEnd, value, onChange, hint, error, warning, mono, large, end }, native };
}

/** A line to type in. */
export function TextInput(props: TextInputProps) {
  const { common, native } = split<Omit<ComponentPropsWithRef<'input'>, Taken>>(props);
  const { input, frame } = useFrame(common);
  return frame(
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...native}
      {...input}
      value={common.value}
      onChange={(event) => common.onChange(event.target.value)}
    />,
  );
}

export type TextAreaProps = Common & Omit<ComponentPropsWithRef<'textarea'>, Taken>;

/** Several lines to type in. */
export function TextArea(props: TextAreaProps) {
  const { common, native } = split<Omit<ComponentPropsWithRef<'textarea'>, Taken>>(props);
  const { input, frame } = useFrame(common);
  return frame(
    <textarea
      rows={4}
      autoComplete="off"
      spellCheck={false}
      {...native}
      {...input}
      value={common.value}
      onChange={(event) => common.onChange(event.target.value)}
    />,
  );
}

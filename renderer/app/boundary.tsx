import { Component, type ReactNode } from 'react';
import { appText } from '../../shared/text/app.ts';
import { Button } from '../components/button.tsx';
import { resetRoute } from '../lib/route.ts';
import { Problem } from './problem.tsx';

type Props = { readonly children: ReactNode };

/** Catches a bug in a view, so that the window does not go blank; the vault is not touched by it. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => {
      resetRoute();
      this.setState({ failed: false });
    };
    return (
      <Problem
        what={appText.failed}
        safe={appText.failedSafe}
        todo={appText.failedTodo}
        action={<Button onClick={again}>{appText.accounts}</Button>}
      />
    );
  }
}

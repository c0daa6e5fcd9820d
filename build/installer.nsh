; Taken into the installer for Windows: the app has itself called for links, and what it wrote goes with it. Its next start writes it again.
!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\latchkey"
!macroend

; The installer for Windows: for one user, without administrator's rights, in Chinese and English. Made by .ci/bundle/windows.py.
Unicode true
ManifestDPIAware true
!include MUI2.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\RepurchaseMatrix"
!define CLASS "RepurchaseMatrix.Project"

Name "复购矩阵 Repurchase Matrix"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\RepurchaseMatrix"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define MUI_ICON "${WORK}\app.ico"
!define MUI_UNICON "${WORK}\app.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\RepurchaseMatrix.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString LINK ${LANG_SIMPCHINESE} "复购矩阵"
LangString LINK ${LANG_ENGLISH} "Repurchase Matrix"
LangString PROJECT ${LANG_SIMPCHINESE} "复购矩阵项目"
LangString PROJECT ${LANG_ENGLISH} "Repurchase Matrix project"

Function .onInit
    !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; Uninstalling removes the whole folder, so it must be ours alone.
Function .onVerifyInstDir
    IfFileExists "$INSTDIR\RepurchaseMatrix.exe" ours
    IfFileExists "$INSTDIR\*.*" 0 ours
    ${DirState} "$INSTDIR" $0
    IntCmp $0 1 0 ours ours
    Abort
    ours:
FunctionEnd

Section
    SetOutPath "$INSTDIR"
    RMDir /r "$INSTDIR\py"
    RMDir /r "$INSTDIR\app"
    File /r "${WORK}\program\*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\$(LINK).lnk" "$INSTDIR\RepurchaseMatrix.exe"
    CreateShortcut "$DESKTOP\$(LINK).lnk" "$INSTDIR\RepurchaseMatrix.exe"
    WriteRegStr HKCU "Software\Classes\.rmx" "" "${CLASS}"
    WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(PROJECT)"
    WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\RepurchaseMatrix.exe,0"
    WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\RepurchaseMatrix.exe" "%1"'
    WriteRegStr HKCU "${KEY}" "DisplayName" "$(LINK)"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\RepurchaseMatrix.exe"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Projects lie elsewhere (in the user's data folder, or where he saved them) and stay.
Section Uninstall
    IfFileExists "$INSTDIR\RepurchaseMatrix.exe" 0 done
    RMDir /r "$INSTDIR\py"
    RMDir /r "$INSTDIR\app"
    Delete "$INSTDIR\RepurchaseMatrix.exe"
    Delete "$INSTDIR\repurchase-matrix-cli.exe"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    done:
    Delete "$SMPROGRAMS\复购矩阵.lnk"
    Delete "$SMPROGRAMS\Repurchase Matrix.lnk"
    Delete "$DESKTOP\复购矩阵.lnk"
    Delete "$DESKTOP\Repurchase Matrix.lnk"
    ReadRegStr $0 HKCU "Software\Classes\.rmx" ""
    StrCmp $0 "${CLASS}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.rmx"
    DeleteRegKey HKCU "Software\Classes\${CLASS}"
    DeleteRegKey HKCU "${KEY}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; The background service around installing and uninstalling on Windows. It is registered only where a wrapper (WinSW) was
; put beside the program and the connector is set up: `directory-connector service install` then knows what to do.

!define CONNECTOR_SERVICE "directory-connector"
!define CONNECTOR_WRAPPER "$INSTDIR\resources\service\${CONNECTOR_SERVICE}-service.exe"
!define CONNECTOR_COMMAND "$INSTDIR\resources\bin\directory-connector.cmd"

; A service that runs holds the files that are about to be replaced.
!macro customInit
  nsExec::ExecToLog 'sc.exe stop ${CONNECTOR_SERVICE}'
  Pop $0
!macroend

!macro customInstall
  SetShellVarContext all
  ${If} ${FileExists} "${CONNECTOR_WRAPPER}"
  ${AndIf} ${FileExists} "$APPDATA\Directory Connector\settings.yaml"
    nsExec::ExecToLog '"${CONNECTOR_WRAPPER}" status'
    Pop $0
    ${If} $0 == 0
      nsExec::ExecToLog 'sc.exe start ${CONNECTOR_SERVICE}'
    ${Else}
      nsExec::ExecToLog '"${CONNECTOR_COMMAND}" service install --wrapper "${CONNECTOR_WRAPPER}"'
    ${EndIf}
    Pop $0
  ${EndIf}
!macroend

; Settings and state stay. An uninstaller that only makes room for the next version leaves the service registered.
!macro customUnInstall
  ${IfNot} ${isUpdated}
  ${AndIf} ${FileExists} "${CONNECTOR_WRAPPER}"
    nsExec::ExecToLog '"${CONNECTOR_COMMAND}" service uninstall --wrapper "${CONNECTOR_WRAPPER}"'
    Pop $0
  ${EndIf}
!macroend

import type { ErrorTexts } from './errorText.ts'

/** Errors of the connector itself: its computer, data folder and service. */
export const connectorErrors = {
  'already-set-up': {
    meaning: 'This connector is set up already.',
    cause: 'The made-up company is for a connector without settings.',
    remedy: 'Use another data folder to look at it.',
  },
  busy: {
    meaning: 'Another run is going on.',
    cause: 'The schedule or somebody else started it; runs exclude each other.',
    remedy: 'Wait until it has ended, then try again. Nothing was begun.',
  },
  'cannot-listen': {
    meaning: 'The identity store of the demo cannot use its port.',
    cause: 'Another program has it.',
    remedy: 'Choose another port, or end that program.',
  },
  'data-folder-not-writable': {
    meaning: 'The data folder cannot be written to.',
    cause: 'The account of the service lacks the right, or the disk is mounted for reading only.',
    remedy: 'Give the right; nothing was done halfway.',
  },
  'day-passed': {
    meaning: 'The day at the made-up company has passed already.',
    cause: 'It can pass once for each start of the service.',
    remedy: 'Restart the service to begin with the same day again.',
  },
  'demo-not-started': {
    meaning: 'The made-up company could not be started again.',
    cause: 'Another program uses its ports.',
    remedy: 'End that program, then restart the service.',
  },
  'disk-full': {
    meaning: 'The disk is full.',
    cause: 'The data folder, the logs or something else fills it.',
    remedy: 'Free some space and run again. What was confirmed before is recorded.',
  },
  'event-not-recorded': {
    meaning: 'An event could not be put into the state.',
    cause: 'The disk is full or the state file is in use.',
    remedy: 'It stands in the log files; look at the disk.',
  },
  'file-not-protected': {
    meaning: 'A file could not be closed to other accounts of this computer.',
    cause: 'The file system has no rights, or the account does not own the file.',
    remedy: 'Put the data folder on a local disk with rights (NTFS, ext4).',
  },
  locked: {
    meaning: 'Something else is working in the data folder.',
    cause: 'A command or a second service holds it.',
    remedy: 'Wait until it has finished, or end it. Nothing was read or written.',
  },
  'newer-data-folder': {
    meaning: 'The data folder was written by a newer version.',
    cause: 'The connector was put back to an older version.',
    remedy: 'Install the newer version again; this one changed nothing.',
  },
  'no-browser-access': {
    meaning: 'The service does not serve browsers.',
    cause: 'It was started without --http.',
    remedy: 'Start it with service run --http 127.0.0.1:0.',
  },
  'no-demo': {
    meaning: 'No made-up company runs here.',
    cause: 'It was never started, or the settings name something else.',
    remedy: 'Start it on the first page of a connector without settings.',
  },
  'no-full-sync': {
    meaning: 'An incremental sync needs a full one before it.',
    cause: 'None was completed yet.',
    remedy: 'Make a dry run, review it and apply it.',
  },
  'no-service-manager': {
    meaning: 'The service cannot be registered on this system.',
    cause: 'There is no systemd or Windows service manager.',
    remedy: 'Let the service manager that is there run service run.',
  },
  'no-service-wrapper': {
    meaning: 'The service wrapper is missing.',
    cause: 'The file of WinSW is not beside the program.',
    remedy: 'Install again, or name it with --wrapper.',
  },
  'no-such-plan': {
    meaning: 'There is no plan of this number.',
    cause: 'It is older than what is kept, or the number is wrong.',
    remedy: 'Choose one from the list of plans.',
  },
  'no-such-row': {
    meaning: 'The plan has no such row.',
    cause: 'Older plans keep only the number of objects that matched.',
    remedy: 'Look at a newer plan.',
  },
  'no-such-run': {
    meaning: 'There is no run of this number.',
    cause: 'It is older than what is kept, or the number is wrong.',
    remedy: 'Choose one under Runs.',
  },
  'no-such-tab': {
    meaning: 'The plan has no such list.',
    cause: 'The address was typed by hand.',
    remedy: 'Choose one of the lists of the plan.',
  },
  'not-root': {
    meaning: 'Registering the service needs administrator rights.',
    cause: 'The command ran as an ordinary account.',
    remedy: 'Give the command with sudo or as administrator.',
  },
  'not-understood': {
    meaning: 'The service was asked for what it does not understand.',
    cause: 'Something that was typed is too long, or window and service are of different versions.',
    remedy: 'Correct what was typed, or load the window anew.',
  },
  'nothing-to-undo': {
    meaning: 'There is nothing to take back.',
    cause: 'The run changed nothing, or was taken back already.',
    remedy: 'Choose another run.',
  },
  'pages-not-built': {
    meaning: 'There are no pages to serve to a browser.',
    cause: 'A checkout was not built, or the installation is damaged.',
    remedy: 'Build the pages, or install again.',
  },
  paused: {
    meaning: 'Incremental syncs are paused.',
    cause: 'Somebody paused them, or an undo did so on purpose.',
    remedy: 'Resume on the dashboard when you are sure.',
  },
  'plan-applied': {
    meaning: 'The plan has been applied already.',
    cause: 'Somebody else was quicker, or the page is old.',
    remedy: 'Look at its run; make a new dry run for what is left.',
  },
  'plan-moved-on': {
    meaning: 'Directory or cloud have changed since the plan was made.',
    cause:
      'People were added, changed or removed in between, so that applying it would do something else than you have seen.',
    remedy: 'Review the new plan that was made just now, and apply that.',
  },
  'port-not-free': {
    meaning: 'Browsers cannot be served on this port.',
    cause: 'Another program uses it.',
    remedy: 'Name another port with --http, or port 0 for any that is free.',
  },
  'reference-missing': {
    meaning: 'All was done but a reference.',
    cause: 'A manager or member could not be created, so nobody can be pointed at.',
    remedy: 'Mend what kept that object from being created; the reference then follows by itself.',
  },
  'run-failed': {
    meaning: 'A run has failed.',
    cause: 'The event before it says on which side and why.',
    remedy: 'Mend that side and run again. What was confirmed is recorded.',
  },
  'run-halted': {
    meaning: 'A guard halted the run.',
    cause: 'More would be changed than the guard lets go at once.',
    remedy:
      'Review the plan. Approve it if it is right; otherwise mend the directory or the selection. Nothing was changed.',
  },
  'run-interrupted': {
    meaning: 'A run was interrupted.',
    cause: 'The service ended while it ran, such as at a power failure.',
    remedy: 'Run again: it goes on from what was confirmed.',
  },
  'run-partial': {
    meaning: 'A run was done, but some objects failed.',
    cause: 'The cloud refused single objects, each with a reason of its own.',
    remedy: 'Look at the run; what failed is tried again and set aside if it keeps failing.',
  },
  'run-refused': {
    meaning: 'A run was refused before it began.',
    cause: 'Something has to be decided or done first; the message says what.',
    remedy: 'Do that, then start it again.',
  },
  'schedule-failed': {
    meaning: 'The schedule cannot be kept up at the moment.',
    cause: 'The state cannot be read or written; the message says why.',
    remedy: 'Mend what it says; it is tried again every minute.',
  },
  'scheduled-run-failed': {
    meaning: 'A run of the schedule did not succeed.',
    cause: 'The message says on which side and why.',
    remedy: 'Mend that side; the next run of the schedule tries again.',
  },
  'secret-not-kept': {
    meaning: 'A secret could not be kept.',
    cause: 'The disk is full, or the account of the service may not write in the data folder.',
    remedy: 'Make room or give the right, and save again.',
  },
  'service-ended': {
    meaning: 'The service has ended.',
    cause: 'It was stopped, or failed to start; the message has its last words.',
    remedy: 'It is started again by itself; if it stays so, look into the log files.',
  },
  'service-gone': {
    meaning: 'The service does not answer.',
    cause: 'It is stopped, starting again, or the computer is very busy.',
    remedy:
      'The window connects again by itself. If it stays so, start the service: on Windows under Services, on Linux with systemctl.',
  },
  'service-not-running': {
    meaning: 'No service runs for this data folder.',
    cause: 'It was stopped or never registered.',
    remedy: 'Start it with service run, or register it with service install.',
  },
  'service-of-another-account': {
    meaning: 'The service belongs to another account of this computer.',
    cause: 'Only the account that runs the service, and administrators, may use it.',
    remedy: 'Give the command as that account.',
  },
  'service-of-another-version': {
    meaning: 'Service and command are of different versions.',
    cause: 'The program was updated while the service ran.',
    remedy: 'Restart the service.',
  },
  'service-silent': {
    meaning: 'The service does not answer as it should.',
    cause: 'It is starting, stopping, or hangs.',
    remedy: 'Try again; if it stays so, restart it.',
  },
  'settings-not-saved': {
    meaning: 'The settings could not be saved.',
    cause: 'The disk is full, or the account of the service may not write there.',
    remedy: 'Make room or give the right, and save again. The settings are what they were.',
  },
  'snapshot-lacks': {
    meaning: 'What is held of the directory is not enough for these settings.',
    cause: 'They need attributes or containers that were not read so far.',
    remedy: 'Make a dry run that reads the directory.',
  },
  'socket-folder-not-private': {
    meaning: 'The folder for the socket of the service is not private.',
    cause: 'It exists with rights for other accounts.',
    remedy: 'Remove it, or move the data folder to a shorter path.',
  },
  'state-damaged': {
    meaning: 'The state file is damaged.',
    cause: 'The disk failed, or the file was changed from outside.',
    remedy:
      'Put back the copy that the message names, or the folder from a backup. Then make a dry run and look closely.',
  },
  stopped: {
    meaning: 'The run was stopped before its end.',
    cause: 'The service was ended or the computer shut down.',
    remedy: 'Start it again when you want to. What the cloud had confirmed is recorded; it goes on from there.',
  },
  'tool-failed': {
    meaning: 'A tool of the system failed while the service was registered.',
    cause: 'The message has its words.',
    remedy: 'Mend what it says, and give the command again.',
  },
  unexpected: {
    meaning: 'The connector has a defect.',
    cause: 'Something happened that its makers did not foresee.',
    remedy: 'Please report it with the log files of that time. Nothing is deleted because of it.',
  },
} as const satisfies ErrorTexts

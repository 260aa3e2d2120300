// The tests that do not run in a web extension host though they could be loaded there, with the reasons.

const ON_DISK = 'the window’s own folder is on a disk, which a browser cannot write to without VS Code';

/** By their whole titles. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'Checked notes complete a citation by words of the text, and find it again in every note': ON_DISK,
  'Checked notes are all checked by a command, also those that are closed, large or no text': ON_DISK,
  'Files of lines say which file failed and why': 'VS Code’s file system makes the folders that are missing',
  'The list of keys has every key that the extension comes with':
    'it reads the extension’s own file from the disk',
};

-- A correction may be here before what it corrects.
create index received_declaration_corrects on received_declaration (supersedes)
  where supersedes is not null;

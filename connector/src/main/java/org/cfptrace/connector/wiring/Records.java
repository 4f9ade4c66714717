package org.cfptrace.connector.wiring;

import org.cfptrace.connector.audit.Attestations;
import org.cfptrace.connector.audit.adapter.SqlAttestations;
import org.cfptrace.connector.declare.IssuedDeclarations;
import org.cfptrace.connector.declare.adapter.SqlIssuedDeclarations;
import org.cfptrace.connector.notify.Notifications;
import org.cfptrace.connector.notify.adapter.SqlNotifications;
import org.cfptrace.connector.present.Presentations;
import org.cfptrace.connector.present.adapter.SqlPresentations;
import org.cfptrace.connector.propose.Proposals;
import org.cfptrace.connector.propose.adapter.SqlProposals;
import org.cfptrace.connector.receive.ReceivedDeclarations;
import org.cfptrace.connector.receive.SupplierWords;
import org.cfptrace.connector.receive.adapter.SqlReceivedDeclarations;
import org.cfptrace.connector.receive.adapter.SqlSupplierWords;
import org.cfptrace.service.database.Sql;

/** What the company has said, was told, and has told its own people. */
record Records(
    IssuedDeclarations issued,
    ReceivedDeclarations received,
    SupplierWords words,
    Presentations presentations,
    Proposals proposals,
    Attestations attestations,
    Notifications notifications) {
  static Records in(Sql sql) {
    return new Records(
        new SqlIssuedDeclarations(sql),
        new SqlReceivedDeclarations(sql),
        new SqlSupplierWords(sql),
        new SqlPresentations(sql),
        new SqlProposals(sql),
        new SqlAttestations(sql),
        new SqlNotifications(sql));
  }
}

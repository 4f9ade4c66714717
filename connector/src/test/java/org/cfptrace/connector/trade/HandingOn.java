package org.cfptrace.connector.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cfptrace.connector.present.PresentDeclaration.Handed;
import org.cfptrace.connector.receive.ReceivedDeclaration;
import org.cfptrace.connector.share.RedeclareRule;
import org.cfptrace.connector.trade.Collector.Heard;
import org.cfptrace.declaration.Audience;
import org.cfptrace.declaration.DeclarationId;
import org.cfptrace.footprint.DeclaredUnit;
import org.cfptrace.footprint.ParticipantId;
import org.cfptrace.footprint.TraceId;
import org.cfptrace.policy.ReleaseSwitch;
import org.cfptrace.service.crash.CrashPoints;
import org.cfptrace.trade.RequestId;

/** A mill that lets an aggregator see what it declares, a parts maker, and an aggregator. */
final class HandingOn {
  final World world = new World();
  final Firm mill = world.firm("Seto Steel");
  final Firm parts;
  final Collector collector =
      new Collector(world.space(), world.broker(), world.clock(), "zzzzzzzzzzzzzzzz");
  final TraceId steel = mill.makes("coil", DeclaredUnit.KILOGRAM);
  final TraceId bracket;

  HandingOn() {
    this(CrashPoints.NONE);
  }

  /** The parts maker's crash points are reached through these. */
  HandingOn(CrashPoints crashPoints) {
    parts = world.firm("Naka Parts", crashPoints);
    bracket = parts.makes("bracket", DeclaredUnit.PIECE);
    mill.letsHandOnTo(Audience.AGGREGATOR, Audience.AUDITOR);
  }

  /** The parts maker has asked, and the mill has answered 3 kg with this shown. */
  DeclarationId answered(ReleaseSwitch... switches) {
    mill.becomePartnerOf(parts);
    collector.becomePartnerOf(parts);
    parts.buys(bracket, "coil", "1", DeclaredUnit.KILOGRAM);
    mill.emits(steel, "3");
    parts.emits(bracket, "5");
    RequestId request = parts.asks(mill, bracket, "coil");
    settle();
    mill.links(request, steel);
    mill.releases(parts, steel, RedeclareRule.AUTOMATIC, switches);
    settle();
    return received().get(0).id();
  }

  /** Lets everything that is on its way arrive. */
  void settle() {
    int moved = 1;
    while (moved > 0) {
      world.settle();
      moved = collector.take().size() + collector.relay();
    }
  }

  /** As well as what needs time, such as the log. */
  void settleOverTime() {
    for (int minute = 0; minute < 4; minute++) {
      settle();
      world.clock().advance(Duration.ofSeconds(61));
    }
    settle();
  }

  List<ReceivedDeclaration> received() {
    return parts.company().received().of(mill.id(), steel);
  }

  Handed present(DeclarationId id) {
    return present(id, collector.id());
  }

  Handed present(DeclarationId id, ParticipantId recipient) {
    return parts.database().inNew(() -> parts.trade().present().present(id, recipient, "approver"));
  }

  void end(DeclarationId id) {
    parts.database().doInNew(() -> parts.trade().present().end(id, collector.id()));
  }

  List<Handed> handed(DeclarationId id) {
    return parts.database().inNew(() -> parts.trade().present().of(id));
  }

  void ends(ParticipantId partner) {
    parts.database().inNew(() -> parts.company().exchange().partnerships().refuse(partner, "over"));
  }

  static Heard only(List<Heard> heard) {
    assertThat(heard).hasSize(1);
    return heard.get(0);
  }
}

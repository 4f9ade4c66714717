package org.cfptrace.local.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cfptrace.local.stack.Enrolment;
import org.cfptrace.local.stack.LocalStack;

/** How a company comes in: it applies, the operator approves, its connector enrols by itself. */
final class Admission {

  private final LocalStack stack;
  private final Operator operator;
  private final Narrator narrator;

  Admission(LocalStack stack, Narrator narrator) {
    this.stack = stack;
    this.operator = new Operator(stack.registry());
    this.narrator = narrator;
  }

  void admit(Company company) {
    if (stack.isEnrolled(company.key())) {
      stack.startConnector(company.key(), Optional.empty());
      narrator.say("  " + company.name() + ": known from an earlier start");
    } else {
      stack.startConnector(company.key(), Optional.of(enrolment(company.application())));
      narrator.say("  " + company.name() + ": applied, approved, makes its keys and enrols");
    }
  }

  void admitAggregator() {
    boolean enrolled = stack.isEnrolled(LocalStack.AGGREGATOR);
    stack.startAggregator(enrolled ? Optional.empty() : Optional.of(enrolment(aggregator())));
  }

  private Enrolment enrolment(ObjectNode application) {
    return operator.approve(operator.apply(application));
  }

  private static ObjectNode aggregator() {
    ObjectNode application =
        new ObjectMapper()
            .createObjectNode()
            .put("name", "CFP Trace local aggregator")
            .put("address", "127.0.0.1")
            .put("country", "JP");
    application.putObject("contact").put("name", "Operator").put("email", "operator@example.com");
    application.putArray("roles").add("AGGREGATOR");
    return application;
  }
}

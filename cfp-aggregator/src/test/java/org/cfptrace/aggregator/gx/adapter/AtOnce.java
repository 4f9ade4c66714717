package org.cfptrace.aggregator.gx.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.cfptrace.service.answer.Refused;

/** Many callers who begin at the same moment, each in an open transaction of its own. */
final class AtOnce {
  private static final int PATIENCE_SECONDS = 60;

  private AtOnce() {}

  /** How many of them heard what: DONE or the code of a refusal. */
  static Map<String, Integer> outcomes(Ledgers ledgers, int callers, IntConsumer work)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CyclicBarrier start = new CyclicBarrier(callers);
      List<Future<String>> answers = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        answers.add(
            threads.submit(
                () ->
                    outcome(
                        () ->
                            ledgers.inOne(
                                () -> {
                                  // Connected already: making a connection would set them apart.
                                  await(start);
                                  work.accept(number);
                                  return true;
                                }))));
      }
      return counted(answers);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("not all callers came", e);
    }
  }

  /** DONE, or the code of the refusal. */
  static String outcome(Runnable work) {
    try {
      work.run();
      return "DONE";
    } catch (Refused refused) {
      return refused.code().name();
    }
  }

  private static Map<String, Integer> counted(List<Future<String>> answers)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Future<String> answer : answers) {
      outcomes.merge(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS), 1, Integer::sum);
    }
    return outcomes;
  }
}

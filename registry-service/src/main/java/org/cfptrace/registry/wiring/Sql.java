package org.cfptrace.registry.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/** Plain SQL inside the transaction at hand, for what rows as objects are no good for. */
@ApplicationScoped
public class Sql {
  private final Session session;

  Sql(Session session) {
    this.session = session;
  }

  /** Runs a statement; returns how many rows it touched. */
  public int run(String sql, Map<String, ?> values) {
    var query = session.createNativeMutationQuery(sql);
    values.forEach(query::setParameter);
    return query.executeUpdate();
  }

  /** Rows of two columns or more. */
  public List<Object[]> rows(String sql, Map<String, ?> values) {
    var query = session.createNativeQuery(sql, Object[].class);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  /** The only column of each row. */
  public <T> List<T> column(Class<T> type, String sql, Map<String, ?> values) {
    var query = session.createNativeQuery(sql, type);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  /** The only column of the first row. */
  public <T> Optional<T> first(Class<T> type, String sql, Map<String, ?> values) {
    return column(type, sql, values).stream().findFirst();
  }
}

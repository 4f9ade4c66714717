package org.cfptrace.registry.participant.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cfptrace.footprint.CorporateNumber;
import org.cfptrace.footprint.Lei;
import org.cfptrace.registry.participant.Company;
import org.cfptrace.registry.participant.Contact;
import org.cfptrace.registry.participant.OtherId;
import org.cfptrace.registry.participant.Role;
import org.cfptrace.registry.wiring.http.Body;

/** Reads what a company says about itself. */
final class CompanyBody {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int MOST_IDS = 20;

  private CompanyBody() {}

  static Company read(Body body) {
    var name = body.text("name", 200);
    var nameKana = body.optionalText("nameKana", 200);
    var address = body.text("address", 300);
    var country = body.required("country", 2, "UNKNOWN_COUNTRY", CompanyBody::country);
    var corporateNumber =
        body.optional("corporateNumber", 13, "BAD_CORPORATE_NUMBER", CorporateNumber::new);
    var lei = body.optional("lei", 20, "BAD_LEI", Lei::new);
    List<OtherId> otherIds = new ArrayList<>();
    for (var other : body.objects("otherIds", MOST_IDS)) {
      otherIds.add(new OtherId(other.text("scheme", 40), other.text("value", 100)));
    }
    var contactBody = body.object("contact");
    var contact =
        new Contact(
            contactBody.text("name", 100),
            contactBody.required("email", 254, "BAD_EMAIL", CompanyBody::email).orElse(""),
            contactBody.optionalText("phone", 40));
    var roles = body.names("roles", Role.class);
    body.end();
    return new Company(
        name,
        nameKana,
        address,
        country.orElseThrow(),
        corporateNumber,
        lei,
        otherIds,
        contact,
        roles);
  }

  private static String country(String text) {
    if (!COUNTRIES.contains(text)) {
      throw new IllegalArgumentException("expected two letters of ISO 3166-1, such as JP");
    }
    return text;
  }

  private static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw new IllegalArgumentException("expected an e-mail address");
    }
    return text;
  }
}

package org.cfptrace.aggregator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Products that are vehicles and batteries. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class VehicleTest extends AnalystsDesk {
  private static final String BATTERY_MODEL =
      """
      {"modelId": "MODEL-1", "category": "EV", "vehicleCategory": "M1", "chemistry": "NMC 622",
       "massKilograms": "450", "usableCapacity": "75",
       "warranty": {"years": "8", "kilometres": "160000"},
       "plant": {"facilityId": "BPNA000000000001", "name": "Kosai", "country": "JP",
                 "address": "Kosai, Shizuoka"},
       "electricity": [{"source": "hydro", "country": "JP", "share": "1"}]}
      """;

  // ---- vehicles and batteries

  @Test
  void aVehicleIsDividedAndWhatComesAfterTheGateStandsApart() {
    partner();
    give(maker.car(3, lastYear()));
    write(body, product("Battery pack", 5, procured("cells", "1", Company.CAR))).statusCode(200);
    write(car, product("Car", 10, own("pack", "1", body))).statusCode(200);
    writer()
        .body(
            """
            {"massKilograms": "9", "lifetimeKilometres": "200000", "batteryLines": ["pack"],
             "usePhase": "1000", "endOfLife": "-2"}
            """)
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .statusCode(200)
        .body("perVehicle", equalTo("18"))
        .body("perKilogram", equalTo("2"))
        .body("perKilometre", equalTo("0.00009"))
        .body("shares.OWN_PLANTS", equalTo("15"))
        .body("shares.PARTS", equalTo("3"))
        .body("battery.perVehicle", equalTo("8"))
        .body("battery.complete", equalTo(true))
        .body("later.usePhase", equalTo("1000"))
        .body("later.endOfLife", equalTo("-2"))
        .body("largest[0].name", equalTo("Car"));
  }

  @Test
  void freightByTonKilometresIsInboundLogistics() {
    write(
            car,
            product(
                    "Car",
                    10,
                    """
                    {"lineId": "freight", "partName": "Freight", "amount": "50",
                     "unit": "ton-kilometer", "kind": "TERMINAL",
                     "factor": {"set": "examples-freight", "version": "1", "code": "truck"}},
                    {"lineId": "power", "partName": "Electricity", "amount": "2",
                     "unit": "kilowatt-hour", "kind": "TERMINAL",
                     "factor": {"set": "examples", "version": "1", "code": "electricity"}}
                    """)
                .replaceFirst("\\{", "{\"transport\": " + emits(3) + ","))
        .statusCode(200);
    writer()
        .body("{\"massKilograms\": \"9\", \"lifetimeKilometres\": \"1\"}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .statusCode(200)
        .body("perVehicle", equalTo("24.808"))
        .body("shares.INBOUND_LOGISTICS", equalTo("13.8"))
        .body("shares.WITHOUT_SUPPLIER_DATA", equalTo("1.008"))
        .body("shares.OWN_PLANTS", equalTo("10"))
        .body("rounding", equalTo("0"));
  }

  @Test
  void aBatteryIsDeclaredPerKilowattHourDelivered() {
    write(
            body,
            """
            {"name": "Pack 75 kWh", "category": "BATTERY", "unit": "piece", "profile": "EU_BATTERY",
             "boundary": "CRADLE_TO_GRAVE",
             "own": {"values": [
                 {"stage": "rawMaterial", "account": "fossil", "value": "4200"},
                 {"stage": "mainProduction", "account": "fossil", "value": "1500"},
                 {"stage": "distribution", "account": "fossil", "value": "150"},
                 {"stage": "endOfLife", "account": "endOfLifeCredit", "value": "-150"}],
               "primaryActivityData": true, "primaryEmissionFactor": true}}
            """)
        .statusCode(200);
    writer().body(BATTERY_MODEL).put("/api/v1/batteries/" + body + "/model").then().statusCode(200);

    get(maker, "/api/v1/batteries/" + body + "/footprint")
        .statusCode(200)
        .body(containsString("0.158333333"))
        .body(containsString("0.116666667"))
        .body(containsString("-0.004166667"))
        .body(containsString("COMPANY_DATA_REQUIRED"));
  }

  @Test
  void anAssemblyThatCannotBeCountedIsMissingWhereverItIsAskedFor() {
    write(body, product("Pack", 5, "").replaceFirst("\\{", "{\"boundary\": \"CRADLE_TO_GRAVE\","))
        .statusCode(200);
    write(car, product("Car", 10, own("pack", "1", body))).statusCode(200);
    writer()
        .body(
            "{\"massKilograms\": \"9\", \"lifetimeKilometres\": \"1\", \"batteryLines\": [\"pack\"]}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    footprint(car)
        .body("total.exclBiogenicUptake", equalTo("10"))
        .body("total.complete", equalTo(false));
    ask(car, "missing")
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("ASSEMBLY"))
        .body("items[0].lineId", equalTo("pack"))
        .body("items[0].state", equalTo("UNUSABLE(BOUNDARY_MIX)"));
    ask(car, "breakdown?by=supplier").body("shares.inclBiogenicUptake", contains("10", "0"));
    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .body("perVehicle", equalTo("10"))
        .body("rounding", equalTo("0"))
        .body("battery.perVehicle", equalTo("0"))
        .body("battery.complete", equalTo(false));
  }

  @Test
  void aVehicleWithoutTheLinesNamedHasNoBatteryAndNotOneOfZero() {
    write(car, product("Car", 10, "")).statusCode(200);
    writer()
        .body(
            "{\"massKilograms\": \"9\", \"lifetimeKilometres\": \"1\", \"batteryLines\": [\"pakc\"]}")
        .put("/api/v1/vehicles/" + car + "/model")
        .then()
        .statusCode(200);

    get(maker, "/api/v1/vehicles/" + car + "/footprint")
        .body("battery.perVehicle", nullValue())
        .body("battery.complete", equalTo(false));
  }
}
